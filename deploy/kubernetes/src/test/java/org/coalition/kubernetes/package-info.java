/** The manifests, as an operator would apply them. */
package org.coalition.kubernetes;
