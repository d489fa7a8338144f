/// What every REST resource under `/api` has in common: bodies, errors, versions, lists.
@NullMarked
@ApplicationModule(allowedDependencies = {"store"})
package dev.oktamcp.rest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
