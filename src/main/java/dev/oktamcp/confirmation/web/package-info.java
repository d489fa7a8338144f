/// The page of secrets.
@NullMarked
package dev.oktamcp.confirmation.web;

import org.jspecify.annotations.NullMarked;
