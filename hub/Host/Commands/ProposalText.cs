using IntegrationHub.Host.Cli;
using IntegrationHub.Mappings.Engine.Recognition;

namespace IntegrationHub.Host.Commands;

/// <summary>Shows a proposed mapping and why each column was taken or left out, in the user's language; the document's own comments are in English, as documents are.</summary>
internal static class ProposalText
{
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
            var name = ColumnText.OneLine(column.Column);
            switch (column.Reason)
            {
                case RecognitionReason.ByValues:
                    terminal.Say("columns.by-values", name, ColumnText.Word(column.Meaning));
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
}
