/**
 * Programme variants: what a programme is called and, in time, its phases, series, roles and checks. All of it is data;
 * code never asks which programme it is.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared::page"})
@NullMarked
package se.samverkan.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
