import Form from "@rjsf/core";
import { customizeValidator } from "@rjsf/validator-ajv8";
import Ajv2020 from "ajv/dist/2020.js";
import { useEffect, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { expose, schema, uiSchema } from "./shell.js";
import "./rjsf.css";

const is2020 = schema.$schema.includes("2020-12");
const validator = customizeValidator(is2020 ? { AjvClass: Ajv2020 } : {});

/** Messages by path, as RJSF wants them. */
function errorsOf(placed) {
  const errors = {};
  for (const { path, message } of placed.filter(({ path }) => path)) {
    const at = path.reduce((inner, key) => (inner[key] ??= {}), errors);
    (at.__errors ??= []).push(message);
  }
  return errors;
}

function Page() {
  const [formData, setFormData] = useState({});
  const [placed, setPlaced] = useState([]);
  const latest = useRef(formData);
  latest.current = formData;
  useEffect(() => expose({
    get: () => latest.current,
    set: setFormData,
    show: setPlaced,
    idOf: (path) => path && `root_${path.join("_")}`,
  }));
  const extraErrors = useMemo(() => errorsOf(placed), [placed]);
  const aside = placed.filter(({ path }) => !path);
  return (
    <main>
      {aside.length > 0 && (
        <ul role="status">{aside.map(({ pointer, message }) => <li key={pointer}>{message}</li>)}</ul>
      )}
      <Form schema={schema} uiSchema={uiSchema} validator={validator} formData={formData} extraErrors={extraErrors}
        onChange={(event) => setFormData(event.formData)} noHtml5Validate showErrorList={false}
        experimental_defaultFormStateBehavior={{ emptyObjectFields: "skipDefaults" }}>
        <button type="submit">Check the form</button>
      </Form>
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
