/** The edge towards browsers: what surrounds every page, the start page, errors, the accessibility statement. */
@ApplicationModule
@NullMarked
package se.samverkan.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
