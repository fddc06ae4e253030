package dev.rehearsal.dialect;

/** Someone has asked an engine for an instrument without asking first whether it is there: an error of ours. */
public final class MissingInstrumentException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param instrument which is not there
     */
    public MissingInstrumentException(Capabilities.Instrument instrument) {
        super("This engine has no instrument " + instrument + ", and was not asked for its capabilities.");
    }
}
