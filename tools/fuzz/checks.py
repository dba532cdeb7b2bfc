"""A rule of this shop: a request that keeps to the document is never refused as one that breaks it."""

import schemathesis
from schemathesis.generation import GenerationMode

# A path that could be read in more than one way (an encoded slash, say) is refused whatever its parameter allows.
BROKEN = {"malformed-json", "validation-failed", "unsupported-media-type", "method-not-allowed"}
# Rules between fields, which a schema cannot tell: the operation's own text does.
BETWEEN_FIELDS = {"redriveParked", "discardParked"}


@schemathesis.check
def a_valid_request_is_understood(ctx, response, case):
    meta = case.meta
    if meta is None or meta.generation.mode is not GenerationMode.POSITIVE or response.status_code != 400:
        return
    operation = case.operation.definition.raw.get("operationId")
    code = response.json().get("code")
    assert code not in BROKEN or operation in BETWEEN_FIELDS, f"{operation} refuses a valid request: {response.text}"
