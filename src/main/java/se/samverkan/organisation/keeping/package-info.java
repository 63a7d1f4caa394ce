/**
 * What people of an organisation write about themselves and their units, beyond what the registers tell: areas, terms and
 * holidays, and which unit came after which.
 */
@NullMarked
package se.samverkan.organisation.keeping;

import org.jspecify.annotations.NullMarked;
