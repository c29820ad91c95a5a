package org.coalition.meetings.agenda;

/** What the meeting does under the item. */
public enum AgendaItemKind {
    DISCUSSION,
    DECISION,
    INFORMATION,
    CONSULTATION
}
