using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Abstractions.Connections;

internal sealed class RetryScheduleConverter : TextConverter<RetrySchedule>
{
    public override string Example => "1m x10; 10m x20; then park";

    protected override RetrySchedule Parse(string text) => RetrySchedule.Parse(text);
}
