package org.coalition.initiatives.iati;

import org.coalition.initiatives.initiative.InitiativeStatus;

/** The codes of the standard (ActivityStatus) for the states of an initiative. It has none for what is approved but not begun. */
final class ActivityStatus {
    private ActivityStatus() {}

    static String code(InitiativeStatus status) {
        return switch (status) {
            case PIPELINE, APPROVED -> "1";
            case IMPLEMENTATION -> "2";
            case FINALISATION -> "3";
            case CLOSED -> "4";
            case CANCELLED -> "5";
            case SUSPENDED -> "6";
        };
    }

    /** Null for a code that the standard does not have. */
    static InitiativeStatus of(String code) {
        return switch (code) {
            case "1" -> InitiativeStatus.PIPELINE;
            case "2" -> InitiativeStatus.IMPLEMENTATION;
            case "3" -> InitiativeStatus.FINALISATION;
            case "4" -> InitiativeStatus.CLOSED;
            case "5" -> InitiativeStatus.CANCELLED;
            case "6" -> InitiativeStatus.SUSPENDED;
            default -> null;
        };
    }
}
