// Material's look made fit for reading: text of a question is text, and controls keep their distance.
export const theme = {
  typography: { fontSize: 15 },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        body: { background: "#f0f4f5" },
        main: { maxWidth: "52rem", margin: "0 auto", padding: "1.5rem 1rem 4rem" },
      },
    },
    MuiButton: { styleOverrides: { root: { textTransform: "none" } } },
    MuiCard: { defaultProps: { variant: "outlined" }, styleOverrides: { root: { marginTop: 12 } } },
    MuiCardHeader: { styleOverrides: { root: { paddingBottom: 0 } } },
    MuiFormControl: { styleOverrides: { root: { marginTop: 16 } } },
    MuiFormLabel: { styleOverrides: { root: { color: "#212b32" } } },
    MuiFormControlLabel: {
      styleOverrides: { root: { marginTop: 8, alignItems: "flex-start" }, label: { paddingTop: 8 } },
    },
    // A box for several lines is seen to be one before anything is in it.
    MuiInputBase: { styleOverrides: { inputMultiline: { minHeight: "4.5em" } } },
    MuiFormHelperText: { styleOverrides: { root: { fontSize: "0.9rem", marginLeft: 0 } } },
    MuiTypography: {
      defaultProps: { variantMapping: { h6: "p" } },
      styleOverrides: {
        h6: { fontSize: "1rem", fontWeight: 400, lineHeight: 1.5, whiteSpace: "pre-line", marginTop: 8 },
        h5: { fontSize: "1.2rem", fontWeight: 600 },
      },
    },
  },
};
