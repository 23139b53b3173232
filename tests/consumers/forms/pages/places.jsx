// Gives every control the id of its data path. Material gives some none, and numbers the others as it draws them.
import { composeWithUi } from "@jsonforms/core";

export const inPlace = ({ tester, renderer: Renderer }) => ({
  tester,
  renderer: (props) => {
    const { path, uischema } = props;
    const drawn = <Renderer {...props} />;
    return uischema.type === "Control" ? <div id={composeWithUi(uischema, path)}>{drawn}</div> : drawn;
  },
});
