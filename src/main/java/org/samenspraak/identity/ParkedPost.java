package org.samenspraak.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form that was sent after its session had ended.
 *
 * @param lost names of files and secrets that are not kept
 * @param owner the mark of who was signed in on this browser; empty when nobody ever was
 */
record ParkedPost(UUID id, String path, Map<String, List<String>> fields, List<String> lost, String owner) {}
