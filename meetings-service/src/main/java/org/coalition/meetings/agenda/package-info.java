/** The agenda: numbered points of a meeting, in an order that changes as one. */
@CheckReturnValue
package org.coalition.meetings.agenda;

import com.google.errorprone.annotations.CheckReturnValue;
