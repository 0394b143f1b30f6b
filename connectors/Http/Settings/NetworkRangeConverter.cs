using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Http.Settings;

internal sealed class NetworkRangeConverter : TextConverter<NetworkRange>
{
    public override string Example => "10.20.0.0/16";

    protected override NetworkRange Parse(string text) => NetworkRange.Parse(text);
}
