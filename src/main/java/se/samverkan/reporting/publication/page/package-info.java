/** The pages of the public: drawn for nobody in particular, the same for everybody, kept for a short while; no cookie and no session. */
@NullMarked
package se.samverkan.reporting.publication.page;

import org.jspecify.annotations.NullMarked;
