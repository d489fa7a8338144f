/// The REST resources of API tokens and keys.
@NullMarked
package dev.oktamcp.security.web;

import org.jspecify.annotations.NullMarked;
