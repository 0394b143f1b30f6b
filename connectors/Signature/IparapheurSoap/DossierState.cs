using System.Globalization;
using System.Xml.Linq;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>A <c>LogDossier</c>: what a dossier became, and when.</summary>
internal sealed record DossierState(string Name, DateTimeOffset At, string Status, string? Annotation)
{
    /// <summary>In the answer's order.</summary>
    /// <exception cref="FormatException">A date is none.</exception>
    public static IReadOnlyList<DossierState> ReadAll(XElement answer) => [.. answer.Elements(Soap.Space + "LogDossier").Select(log => new DossierState(
        Text(log, "nom") ?? "", DateTimeOffset.Parse(Text(log, "timestamp") ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(), Text(log, "status") ?? "", Text(log, "annotation")))];

    private static string? Text(XElement log, string name) => log.Element(Soap.Space + name)?.Value is { Length: > 0 } text ? text : null;
}
