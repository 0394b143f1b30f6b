using System.Globalization;
using System.Text;

namespace IntegrationHub.Mappings.Engine.Functions;

/// <summary>Prints the reference page of all functions from their own examples.</summary>
public static class ReferencePage
{
    public static string Print()
    {
        var page = new StringBuilder("""
            # Mapping functions

            Printed from the functions themselves; every line of the tables is a test. A value that cannot be used becomes an issue with the
            code shown, and the attribute stays empty; a code beside a result means that the value is kept and the doubt told.


            """);
        foreach (var (family, functions) in FunctionCatalogue.Families)
        {
            page.Append(CultureInfo.InvariantCulture, $"## {family}\n\n");
            foreach (var function in functions)
            {
                Print(page, function);
            }
        }

        return page.ToString().TrimEnd() + "\n";
    }

    private static void Print(StringBuilder page, MappingFunction function)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {function.Name}\n\n{function.Summary} Takes {function.Takes.Words()}, gives {function.Gives.Words()}.\n\n");
        foreach (var parameter in function.Parameters)
        {
            var words = parameter.Words.Length == 0 ? "" : $" One of {string.Join(", ", parameter.Words.Select(w => $"`{w}`"))}.";
            page.Append(CultureInfo.InvariantCulture, $"- `{parameter.Name}`{(parameter.Required ? " (required)" : "")}: {parameter.Summary}{words}\n");
        }

        page.Append(function.Parameters.Count > 0 ? "\n" : "").Append("| call | input | gives | issue |\n|---|---|---|---|\n");
        foreach (var example in function.Examples)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{Cell(example.Call)}` | {Input(example)} | {(example.Gives is null ? "" : $"`{Cell(example.Gives)}`")} | {example.Issue} |\n");
        }

        page.Append('\n');
    }

    private static string Input(Example example) =>
        string.Join(", ", example.Input.Select(i => string.IsNullOrEmpty(i) ? "*blank*" : $"`{Cell(i)}`"));

    /// <summary>Control characters are shown by their number.</summary>
    private static string Cell(string text) =>
        string.Concat(text.Select(c => c == '|' ? "\\|" : char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString()));
}
