package ro.clickphone.engine.call;

import ro.clickphone.engine.api.Step;

/** Which class runs which verb. */
final class Verbs {
    private Verbs() {}

    static Run run(Call call, Step step) {
        if (step instanceof Step.Reject reject) {
            return new RejectRun(call, reject, Causes.ofStatus(reject.status()));
        } else if (step instanceof Step.Play play) {
            return new PlayRun(call, play);
        } else if (step instanceof Step.Collect collect) {
            return new CollectRun(call, collect);
        } else if (step instanceof Step.Dial dial) {
            return new DialRun(call, dial);
        } else if (step instanceof Step.Wait wait) {
            return new WaitRun(call, wait);
        } else if (step instanceof Step.HangUp hangUp) {
            return new HangUpRun(call, hangUp);
        } else if (step instanceof Step.Record record) {
            return new RecordRun(call, record);
        } else if (step instanceof Step.Join join) {
            return new JoinRun(call, join);
        } else if (step instanceof Step.Echo echo) {
            return new EchoRun(call, echo);
        } else if (step instanceof Step.PickUp pickUp) {
            return new PickUpRun(call, pickUp);
        }
        throw new IllegalArgumentException("no such verb: " + step);
    }
}
