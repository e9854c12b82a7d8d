package ro.clickphone.pbx.card;

/**
 * What a payment service answers to an order.
 *
 * @param page where it wants the browser
 * @param transaction its own number of the payment to come; empty if it gives none yet
 */
public record Announced(String page, String transaction) {}
