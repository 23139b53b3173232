import { createAjv } from "@jsonforms/core";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";
import { JsonForms } from "@jsonforms/react";
import { createTheme, CssBaseline, ThemeProvider } from "@mui/material";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { useEffect, useMemo, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { openList } from "./open-list.jsx";
import { inPlace } from "./places.jsx";
import { theme } from "./theme.js";
import { expose, schema, uiSchema } from "./shell.js";

const is2020 = schema.$schema.includes("2020-12");
const ajv = is2020 ? addFormats(new Ajv2020({ allErrors: true, verbose: true, strict: false })) : createAjv();

const renderers = [...materialRenderers, openList].map(inPlace);

/** Messages as the errors of a validator, which is how JSON Forms takes them. */
function errorsOf(placed) {
  return placed.filter(({ path }) => path).map(({ path, message }) => ({
    instancePath: `/${path.join("/")}`, message, schemaPath: "", keyword: "", params: {},
  }));
}

function Page() {
  // JSON Forms keeps the data itself and is only handed what comes from outside: handing back each change would undo
  // those made meanwhile.
  const [handed, hand] = useState({});
  const [placed, setPlaced] = useState([]);
  const latest = useRef(handed);
  useEffect(() => expose({
    get: () => latest.current,
    set: (data) => hand((latest.current = data)),
    show: (findings) => {
      hand(latest.current);
      setPlaced(findings);
    },
    idOf: (path) => path && path.join("."),
  }));
  const additionalErrors = useMemo(() => errorsOf(placed), [placed]);
  const aside = placed.filter(({ path }) => !path);
  return (
    <ThemeProvider theme={createTheme(theme)}>
      <CssBaseline />
      <main>
        <h1>{schema.title}</h1>
        <p>{schema.description}</p>
        {aside.length > 0 && (
          <ul role="status">{aside.map(({ pointer, message }) => <li key={pointer}>{message}</li>)}</ul>
        )}
        <JsonForms schema={schema} uischema={uiSchema} data={handed} additionalErrors={additionalErrors}
          renderers={renderers} cells={materialCells} ajv={ajv}
          onChange={(event) => { latest.current = event.data; }} />
      </main>
    </ThemeProvider>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
