package ro.clickphone.pbx.card;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import ro.clickphone.pbx.kernel.AccountId;

/** A shop for the tests of a class, and a customer for each. */
abstract class WithCardShop {
    static CardShop shop;
    static NetopiaSimulator netopia;
    static EuPlatescSimulator euPlatesc;

    AccountId account;

    @BeforeAll
    static void open() {
        shop = new CardShop();
        netopia = shop.netopia;
        euPlatesc = shop.euPlatesc;
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void aCustomer() {
        account = shop.newCustomer();
    }
}
