using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Linkage;

/// <summary>The match model of a one-shot: a document, the shipped one, or one trained on the file itself.</summary>
public static class ModelChoice
{
    /// <summary>Names the shipped model, activated on the file, where a document is expected.</summary>
    public const string ShippedName = "french";

    /// <param name="asked">A document, the shipped model's name, or null to train on the file.</param>
    /// <param name="records">The file's records, for <see cref="TrainingTemplate.Fields"/>.</param>
    /// <param name="terminal">Told what was done, and why not another thing.</param>
    /// <param name="cancellationToken">Stops training.</param>
    /// <exception cref="UsageException">The document is not a model.</exception>
    public static MatchModel Of(string? asked, IReadOnlyList<MatchRecord> records, Terminal terminal, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            var outcome = ModelTrainer.Train(records, cancellationToken);
            if (outcome.Model is { } trained)
            {
                terminal.Say("train.trained", trained.Version, terminal.Words.Count(outcome.Report.CandidatePairs), terminal.Words.Count((long)outcome.Report.ExpectedMatches));
                return trained;
            }

            terminal.Say("train.fallback", terminal.Words[$"train.problem.{outcome.Problem}"]);
        }

        return asked is null or ShippedName ? MatchModel.French.ActivateOn(TemplateRecords.For(MatchModel.French, records)) : Read(asked, terminal);
    }

    /// <exception cref="UsageException">No such file, or not a model.</exception>
    public static MatchModel Read(string path, Terminal terminal)
    {
        if (!File.Exists(path))
        {
            throw new UsageException(terminal.Words["model.no-file", path, ShippedName]);
        }

        try
        {
            return MatchModel.Parse(File.ReadAllText(path), path);
        }
        catch (FormatException problem)
        {
            throw new UsageException(problem.Message, problem);
        }
    }
}
