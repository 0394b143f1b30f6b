using IntegrationHub.Connectors.Abstractions.Connections;
using IntegrationHub.Connectors.Abstractions.Documents;
using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Hub.Contracts;

namespace IntegrationHub.Hub.Enriching;

/// <summary>The part <c>asks:</c> of a connection whose system answers about people: why it is asked, and what of a person it may be told.</summary>
public sealed record AskDocument : ICheckedSettings
{
    [Setting("Finalité du traitement", "Purpose of the processing")]
    public required string Purpose { get; init; }

    [Setting("Base légale (RGPD, article 6)", "Legal basis (GDPR, article 6)")]
    public required LegalBasis LegalBasis { get; init; }

    [Setting("Attributs dont la question est faite", "Attributes the question is made of")]
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <exception cref="DocumentException">With file, line and the nearest valid word.</exception>
    public static AskDocument Read(DocumentNode node) => SettingsBinder.Bind<AskDocument>(node, "asks");

    public IEnumerable<SettingProblem> Check()
    {
        if (Attributes.Count == 0)
        {
            yield return new SettingProblem("attributes", "A question is made of at least one attribute: name it.");
        }

        foreach (var word in Attributes.Where(word => !word.StartsWith("extra.", StringComparison.Ordinal) && !CitizenAttributes.Names.Contains(word)))
        {
            yield return new SettingProblem("attributes", $"There is no attribute \"{word}\".", NearestWord.Of(word, CitizenAttributes.Names));
        }
    }

    /// <summary>What the system may be told. Its own answers are no part of its questions: they would change what they were asked about.</summary>
    public AccessContract Contract(ConnectionDocument connection) => new()
    {
        Name = connection.Name,
        Controller = connection.Controller,
        Purpose = Purpose,
        LegalBasis = LegalBasis,
        Attributes = Scope.Of(Attributes),
        Sources = Scope.AllBut(connection.Name),
        Roles = new HashSet<Role> { Role.Application },
    };
}
