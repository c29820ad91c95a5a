package org.coalition.meetings.minutes;

/** What can be read by people as well as by programs. */
interface Document {
    /** The same, as a page of CommonMark. */
    String markdown();
}
