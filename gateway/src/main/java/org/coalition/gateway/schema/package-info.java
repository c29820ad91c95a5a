/** The schema of the gateway's database. */
@CheckReturnValue
package org.coalition.gateway.schema;

import com.google.errorprone.annotations.CheckReturnValue;
