/** Signing in through other systems that speak OpenID Connect, as they are set up in the environment. */
@NullMarked
package se.samverkan.access.oidc;

import org.jspecify.annotations.NullMarked;
