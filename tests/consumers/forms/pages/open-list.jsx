// A list whose entries lie open. Material's own list folds each entry away, a new one and one with a message included.
import { and, composePaths, createDefaultValue, isObjectArrayControl, rankWith } from "@jsonforms/core";
import { JsonFormsDispatch, withJsonFormsArrayLayoutProps } from "@jsonforms/react";
import { Button, Card, CardContent, FormHelperText, Typography } from "@mui/material";

function OpenList(props) {
  const { addItem, cells, data, description, enabled, errors, label, path, removeItems } = props;
  const { renderers, rootSchema, schema, uischema, visible } = props;
  if (!visible) return null;
  return (
    <section aria-label={label}>
      <Typography component="h4" fontWeight={600} sx={{ mt: 2 }}>{label}</Typography>
      <FormHelperText>{description}</FormHelperText>
      {Array.from({ length: data }, (_, at) => (
        <Card key={at} sx={{ my: 1 }}>
          <CardContent>
            <JsonFormsDispatch schema={schema} uischema={uischema.options.detail} path={composePaths(path, `${at}`)}
              renderers={renderers} cells={cells} enabled={enabled} />
            <Button onClick={removeItems(path, [at])}>Remove this document</Button>
          </CardContent>
        </Card>
      ))}
      {data === 0 && <FormHelperText error>{errors}</FormHelperText>}
      <Button variant="outlined" onClick={addItem(path, createDefaultValue(schema, rootSchema))}>
        Add a document
      </Button>
    </section>
  );
}

export const openList = {
  tester: rankWith(10, and(isObjectArrayControl, (uischema) => Boolean(uischema.options?.detail))),
  renderer: withJsonFormsArrayLayoutProps(OpenList),
};
