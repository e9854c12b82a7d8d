package ro.clickphone.pbx.card;

/** The payment services that are known, by the name in addresses and in the database. */
public enum CardWay {
    NETOPIA,
    EUPLATESC
}
