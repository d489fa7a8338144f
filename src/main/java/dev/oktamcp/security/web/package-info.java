/// The REST resource of API tokens.
@NullMarked
package dev.oktamcp.security.web;

import org.jspecify.annotations.NullMarked;
