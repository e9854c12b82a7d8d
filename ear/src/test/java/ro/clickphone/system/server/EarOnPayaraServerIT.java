package ro.clickphone.system.server;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ro.clickphone.system.Customer;
import ro.clickphone.system.sip.Talk;

/** What is packed, deployed by the operator's script. */
@ExtendWith(PayaraServer.class)
class EarOnPayaraServerIT {
    @BeforeAll
    static void deploy(PayaraServer.Domain domain) {
        domain.deploy();
    }

    @AfterAll
    static void undeploy(PayaraServer.Domain domain) {
        domain.undeploy();
    }

    @Test
    void two_phones_talk_until_the_ear_is_deployed_anew_and_then_again(PayaraServer.Domain domain) {
        Customer customer = Customer.with(domain.exchange(), 100, 101, 102);
        Talk.isEndedBy(domain.exchange(), customer, 100, 101, 102, domain::deploy);
        Talk.between(domain.exchange(), customer, 101, 100);
    }
}
