package org.coalition.initiatives.iati;

import java.math.BigDecimal;
import org.coalition.initiatives.contribution.ConditionKind;
import org.coalition.initiatives.contribution.EntryKind;
import org.coalition.initiatives.contribution.Instrument;
import org.coalition.initiatives.contribution.Track;
import org.coalition.initiatives.indicator.Measure;
import org.coalition.initiatives.initiative.Aspect;

/** What the code lists of the standard say, in our words and back. */
final class Codes {
    private Codes() {}

    /** TransactionType; null for an allocation, for which it has no code. */
    static String transactionType(EntryKind kind) {
        return switch (kind) {
            case PLEDGE -> "12";
            case COMMITMENT -> "2";
            case DISBURSEMENT -> "3";
            case DELIVERY -> "4";
            case ALLOCATION -> null;
        };
    }

    /** What a party itself records of a transaction; null for others. An expenditure is none: the recipient confirms what was delivered. */
    static EntryKind entryKind(String transactionType) {
        return switch (transactionType) {
            case "12" -> EntryKind.PLEDGE;
            case "2" -> EntryKind.COMMITMENT;
            case "3" -> EntryKind.DISBURSEMENT;
            default -> null;
        };
    }

    /** FinanceType; null where it has no code. */
    static String financeType(Instrument instrument) {
        return switch (instrument) {
            case GRANT -> "110";
            case LOAN -> "421";
            case EQUITY -> "510";
            case GUARANTEE -> "1100";
            case IN_KIND, TRAINING -> null;
        };
    }

    /** A grant, if it says nothing else. */
    static Instrument instrument(String financeType) {
        return switch (financeType.length() == 3 ? financeType.substring(0, 1) : financeType) {
            case "4" -> Instrument.LOAN;
            case "5" -> Instrument.EQUITY;
            case "1100" -> Instrument.GUARANTEE;
            default -> Instrument.GRANT;
        };
    }

    /** IndicatorMeasure. */
    static String measure(Measure measure) {
        return switch (measure) {
            case UNIT -> "1";
            case PERCENTAGE -> "2";
            case NOMINAL -> "3";
            case ORDINAL -> "4";
        };
    }

    /** ConditionType. */
    static String conditionType(ConditionKind kind) {
        return switch (kind) {
            case POLICY -> "1";
            case PERFORMANCE -> "2";
            case FIDUCIARY -> "3";
        };
    }

    /** What money for an initiative of this aspect is for. */
    static Track track(Aspect aspect) {
        return switch (aspect) {
            case MILITARY_SUPPORT, DEFENSE_COOPERATION, CYBER_DEFENSE, TRAINING -> Track.MILITARY;
            case HUMANITARIAN_AID -> Track.HUMANITARIAN;
            case ECONOMIC_SUPPORT -> Track.ECONOMIC;
            case DIPLOMATIC_ENGAGEMENT, INFORMATION_EXCHANGE -> Track.DIPLOMATIC;
        };
    }

    static String number(BigDecimal value) {
        return value.toPlainString();
    }

    static String flag(boolean value) {
        return value ? "1" : "0";
    }

    static boolean isTrue(String flag) {
        return flag.equals("1") || flag.equals("true");
    }
}
