using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

internal sealed class SiretConverter : TextConverter<Siret>
{
    public override string Example => "21330063500017";

    protected override Siret Parse(string text) => Siret.Parse(text);
}
