// The forms as JSON Forms draws them.
import { JsonForms } from "./drivers.mjs";
import { draws } from "./draws.mjs";

draws({ name: "jsonforms", Driver: JsonForms, draft: "draft-07" });
