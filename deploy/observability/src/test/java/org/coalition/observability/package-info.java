/** That an operator is told what is wrong, and finds what to do. */
@CheckReturnValue
package org.coalition.observability;

import com.google.errorprone.annotations.CheckReturnValue;
