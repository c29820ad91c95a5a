package org.coalition.meetings.agenda;

/** The aspect of the coalition's work that an item serves. */
public enum Aspect {
    DIPLOMATIC_ENGAGEMENT,
    MILITARY_SUPPORT,
    HUMANITARIAN_AID,
    ECONOMIC_SUPPORT,
    DEFENSE_COOPERATION,
    INFORMATION_EXCHANGE,
    CYBER_DEFENSE,
    TRAINING
}
