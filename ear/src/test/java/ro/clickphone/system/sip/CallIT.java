package ro.clickphone.system.sip;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.Exchange;
import ro.clickphone.system.SharedExchange;

@ExtendWith(SharedExchange.class)
class CallIT {
    @Test
    void two_extensions_hear_each_other_and_the_call_is_recorded(Exchange exchange) {
        Talk.between(exchange, Customer.with(exchange, 100, 101), 100, 101);
    }
}
