package org.coalition.defaults.write;

/** The operation is not to be carried out, or not to be kept: its answer is known. It ends the transaction. */
final class Settled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GivenAnswer answer;
    private final boolean trial;

    private Settled(GivenAnswer answer, boolean trial) {
        super("settled", null, false, false);
        this.answer = answer;
        this.trial = trial;
    }

    /** The same request has been answered before. */
    static Settled before(GivenAnswer answer) {
        return new Settled(answer, false);
    }

    /** Nothing stands against the request, which was to be tried only. */
    static Settled onTrial(GivenAnswer answer) {
        return new Settled(answer, true);
    }

    GivenAnswer answer() {
        return answer;
    }

    boolean isTrial() {
        return trial;
    }
}
