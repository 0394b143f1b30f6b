using IntegrationHub.Host.Cli;
using IntegrationHub.Mdm.Matching;
using IntegrationHub.Mdm.Matching.Training;

namespace IntegrationHub.Host.Linkage;

/// <summary>The match model of a one-shot: a document, the shipped one, or one trained on the file itself.</summary>
public sealed class ModelChoice
{
    /// <summary>Names the shipped model, activated on the file, where a document is expected.</summary>
    public const string ShippedName = "french";

    private readonly string? _asked;
    private readonly Terminal _terminal;

    /// <param name="asked">A document, the shipped model's name, or null to train on the file.</param>
    /// <param name="terminal">Told what was done, and why not another thing.</param>
    /// <exception cref="UsageException">The document is not a model.</exception>
    public ModelChoice(string? asked, Terminal terminal)
    {
        (_asked, _terminal) = (asked, terminal);
        Reader = asked switch
        {
            null => TrainingTemplate.Reader,
            ShippedName => MatchModel.French,
            _ => Read(asked, terminal),
        };
    }

    /// <summary>The model whose fields and junk values the records are read for.</summary>
    public MatchModel Reader { get; }

    /// <summary>The model; null where these records cannot train one: then the shipped one serves, on records read for it.</summary>
    /// <param name="records">The file's, read for <see cref="Reader"/>.</param>
    /// <param name="cancellationToken">Stops training.</param>
    public MatchModel? Find(InternedRecords records, CancellationToken cancellationToken)
    {
        if (_asked is not null)
        {
            return _asked == ShippedName ? MatchModel.French.ActivateOn(records, cancellationToken) : Reader;
        }

        var outcome = ModelTrainer.Train(records, cancellationToken);
        if (outcome.Model is { } trained)
        {
            _terminal.Say("train.trained", trained.Version, _terminal.Words.Count(outcome.Report.CandidatePairs), _terminal.Words.Count((long)outcome.Report.ExpectedMatches));
            return trained;
        }

        _terminal.Say("train.fallback", _terminal.Words[$"train.problem.{outcome.Problem}"]);
        return null;
    }

    /// <summary>The same for records at hand, for <see cref="TrainingTemplate.Fields"/>.</summary>
    /// <exception cref="UsageException">The document is not a model.</exception>
    public static MatchModel Of(string? asked, IReadOnlyList<MatchRecord> records, Terminal terminal, CancellationToken cancellationToken)
    {
        var choice = new ModelChoice(asked, terminal);
        return choice.Find(For(choice.Reader), cancellationToken) ?? MatchModel.French.ActivateOn(For(MatchModel.French), cancellationToken);

        InternedRecords For(MatchModel reader) => InternedRecords.Of(reader, TemplateRecords.For(reader, records), cancellationToken);
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
