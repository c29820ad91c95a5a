/** Decisions: texts adopted under a stated rule, with their silence procedure and register. */
@CheckReturnValue
package org.coalition.meetings.decision;

import com.google.errorprone.annotations.CheckReturnValue;
