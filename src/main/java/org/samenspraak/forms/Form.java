package org.samenspraak.forms;

/** A parsed form-js schema; parsing refuses what the server can't show. Filled in by the forms module. */
public record Form(String id, String json) {}
