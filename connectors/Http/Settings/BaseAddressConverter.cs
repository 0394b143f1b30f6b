using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

internal sealed class BaseAddressConverter : TextConverter<BaseAddress>
{
    public override string Example => "https://ged.example.fr/alfresco/";

    protected override BaseAddress Parse(string text) => BaseAddress.Parse(text);
}
