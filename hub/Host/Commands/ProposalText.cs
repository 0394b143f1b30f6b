using IntegrationHub.Host.Cli;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Commands;

/// <summary>Shows a proposed mapping and why each column was taken or left out, in the user's language; the document's own comments are in English, as documents are.</summary>
internal static class ProposalText
{
    /// <summary>Letters of a column's name that are shown.</summary>
    private const int Shown = 80;

    /// <param name="proposal">What was recognised.</param>
    /// <param name="compared">Columns that are compared as they are, of which is told after this.</param>
    /// <param name="terminal">Where it is shown.</param>
    public static void Say(RecognizedMapping proposal, IReadOnlySet<string> compared, Terminal terminal)
    {
        terminal.Say("mapping.proposed");
        foreach (var line in proposal.Document.TrimEnd().Split('\n').SkipWhile(line => line.StartsWith('#')))
        {
            terminal.SayText("  " + line.TrimEnd());
        }

        foreach (var column in proposal.Columns.Where(column => !compared.Contains(column.Column)))
        {
            var name = Short(column.Column);
            switch (column.Reason)
            {
                case RecognitionReason.ByValues:
                    terminal.Say("columns.by-values", name, $"{char.ToLowerInvariant($"{column.Meaning}"[0])}{$"{column.Meaning}"[1..]}");
                    break;
                case RecognitionReason.Identifier:
                    terminal.Say("columns.identifier", name);
                    break;
                case RecognitionReason.Nir:
                    terminal.Say("mapping.nir", name);
                    break;
                case RecognitionReason.NotThePersons or RecognitionReason.Repeated or RecognitionReason.ValuesDeny or RecognitionReason.Blank or RecognitionReason.Unknown:
                    terminal.Say("columns.left-out", name, terminal.Words[$"columns.why.{column.Reason}"]);
                    break;
            }
        }
    }

    private static string Short(string column) => string.Concat((column.Length > Shown ? $"{column[..(Shown - 1)]}…" : column).Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
