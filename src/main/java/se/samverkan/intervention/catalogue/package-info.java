/** The register of providers and their catalogue: what each offers, to whom, where and in which terms; as pages and as a file. */
@NullMarked
package se.samverkan.intervention.catalogue;

import org.jspecify.annotations.NullMarked;
