// The forms as react-jsonschema-form draws them.
import { Rjsf } from "./drivers.mjs";
import { draws } from "./draws.mjs";

draws({ name: "rjsf", Driver: Rjsf, draft: "2020-12" });
