package ro.clickphone.engine.call;

import java.util.Optional;
import ro.clickphone.engine.api.HangupCause;
import ro.clickphone.engine.api.Party;
import ro.clickphone.engine.api.SipIdentity;
import ro.clickphone.engine.api.StepOutcome.DialEnded;

/**
 * The caller takes the place of a leg of another call (RFC 3891): it picks up what rings at a colleague's phone, or goes on
 * with a talk of another phone. Only the own extension's legs, and those of the same customer, can be replaced.
 */
final class ReplaceRun extends TalkingRun {
    private final Replacement wish;
    private final End replaced;
    private Optional<Question> question = Optional.empty();

    ReplaceRun(Call call, Replacement wish) {
        super(call, Optional.empty());
        this.wish = wish;
        this.replaced = ((LegVoice) wish.replaced()).end();
    }

    @Override
    String name() {
        return "Replace " + replaced.leg().id();
    }

    @Override
    void begin() {
        if (!call.caller().reads()) {
            return;
        }
        if (call.arrival().source() instanceof Party.Extension mine
                && replaced.leg().party() instanceof Party.Extension theirs) {
            if (mine.equals(theirs)) {
                take();
            } else {
                ask(mine.who(), theirs.who());
            }
        } else {
            call.refuse(403);
        }
    }

    private void ask(SipIdentity mine, SipIdentity theirs) {
        String number = theirs.user().substring(theirs.user().lastIndexOf('-') + 1);
        question = Optional.of(Question.ask(
                call,
                listener -> listener.neighbour(mine, number),
                found -> decided(found.filter(theirs::equals).isPresent()),
                why -> call.refuse(503)));
    }

    private void decided(boolean sameCustomer) {
        if (sameCustomer) {
            take();
        } else {
            call.refuse(403);
        }
    }

    private void take() {
        End here = new End(call, call.caller().leg());
        replaced.tell(there -> {
            Optional<End> partner = Optional.empty();
            int status = refusal();
            if (status == 0) {
                partner = replaced.leg().isAnswered()
                        ? Transfers.exchange(there, replaced.leg(), here)
                        : Transfers.pickUp(there, here);
                status = 481;
            }
            Optional<End> found = partner;
            int otherwise = status;
            call.mailbox().execute(() -> joined(here, found, otherwise));
        });
    }

    /** In the other call's mailbox. @return 0 when the leg can be replaced (RFC 3891 3) */
    private int refusal() {
        if (replaced.leg().hasEnded()) {
            return 603;
        }
        boolean talks = replaced.leg().isAnswered();
        return talks && wish.when() == Replacement.When.RINGING ? 486 : 0;
    }

    private void joined(End here, Optional<End> partner, int otherwise) {
        if (isRunning() && partner.isEmpty()) {
            call.refuse(otherwise);
        } else if (isRunning() && call.caller().answer(partner.get().leg().codecs())) {
            talkWith(partner.get());
        } else {
            partner.ifPresent(end -> end.tell(other -> other.partnerLeft(here, HangupCause.FAULT)));
        }
    }

    /** The business did not send it here, so it is not asked what follows. */
    @Override
    void talked(DialEnded outcome) {
        call.end(HangupCause.NORMAL, call.lastToLeave());
    }

    @Override
    void stop(HangupCause why) {
        question.ifPresent(Question::drop);
        super.stop(why);
    }
}
