/** Action items: tasks out of a meeting, each with an owner and a due date. */
@CheckReturnValue
package org.coalition.meetings.actionitem;

import com.google.errorprone.annotations.CheckReturnValue;
