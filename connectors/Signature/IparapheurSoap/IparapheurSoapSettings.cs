using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Signature.IparapheurSoap;

/// <summary>An iparapheur 3 or 4. The base address is the server's, before <c>ws-iparapheur-no-mtom</c>; sign-in is basic, over a client certificate.</summary>
public sealed record IparapheurSoapSettings : HttpSettings
{
    [Setting("Type technique des dossiers", "Technical type of the dossiers")]
    public required string Type { get; init; }

    [Setting("Sous-type ; vide : tous à la lecture", "Subtype; empty: all when reading")]
    public string? Subtype { get; init; }

    [Setting("Dossiers lus au plus ; le service n’a pas de pages", "Dossiers read at most; the service has no pages", Minimum = 1, Maximum = 100_000)]
    public int Most { get; init; } = 5000;

    [Setting("Dossiers rendus par page au hub", "Dossiers given to the hub a page", Minimum = 1, Maximum = 1000)]
    public int PageSize { get; init; } = 100;

    [Setting("Dossiers créés", "Dossiers made")]
    public DossierSettings? Dossier { get; init; }

    public override IEnumerable<SettingProblem> Check()
    {
        foreach (var problem in base.Check())
        {
            yield return problem;
        }

        if (Auth?.Basic is null)
        {
            yield return new SettingProblem("auth", "iparapheur 4 asks for a user and a password: auth: { basic: { user, password } }.");
        }

        if (Url.Value.Scheme == "https" && Network.ClientCertificate is null)
        {
            yield return new SettingProblem("network", "iparapheur 4 asks for a client certificate: network: { clientCertificate: FILE.pem }.");
        }

        if (Dossier is not null && Subtype is null)
        {
            yield return new SettingProblem("subtype", "A dossier is made of a type and a subtype.");
        }
    }
}
