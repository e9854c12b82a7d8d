package ro.clickphone.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import ro.clickphone.engine.api.CallStep;
import ro.clickphone.engine.api.FlowState;
import ro.clickphone.engine.api.IncomingCall;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.Prompt;
import ro.clickphone.engine.api.Step;

/** A customer, a clerk with a boss and a colleague, and a business that lets them hand each other on. */
abstract class TransferScene {
    static final Party.Extension BOSS = Room.extension(100);
    static final Party.Extension CLERK = Room.extension(101);
    static final Party.Extension OTHER = Room.extension(102);
    static final Party.PublicNumber CUSTOMER = Room.outside("0216583456");
    static final String CLERKS_NUMBER = "101";

    final Room room = Room.where(TransferScene::decide);

    TransferScene() {
        room.business.onTransfer =
                transfer -> new CallStep(decide(transfer.target()), new FlowState("handed to " + transfer.target()));
    }

    static Step decide(IncomingCall call) {
        return decide(call.dialled());
    }

    static Step decide(String dialled) {
        return switch (dialled) {
            case "queue" -> new Step.Wait(List.of(), Prompt.Music.DEFAULT, Duration.ofMinutes(10));
            case "forbidden" -> Step.Reject.with(403);
            default -> Room.dial(Room.extension(Integer.parseInt(dialled)));
        };
    }

    /** The customer talks with the clerk. */
    FakePhone customerCallsClerk() {
        FakePhone customer = room.call(CUSTOMER, CLERKS_NUMBER);
        FakePhone clerk = room.answeredAt(CLERK);
        assertThat(customer.hears(clerk)).isTrue();
        return customer;
    }
}
