package org.coalition.meetings.agenda;

/** What the meeting does under the item. */
enum AgendaItemKind {
    DISCUSSION,
    DECISION,
    INFORMATION,
    CONSULTATION
}
