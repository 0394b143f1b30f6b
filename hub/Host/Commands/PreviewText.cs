using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Host.Cli;
using IntegrationHub.Host.Node;
using IntegrationHub.Host.Previewing;
using IntegrationHub.Host.Texts;

namespace IntegrationHub.Host.Commands;

/// <summary>Shows a preview on a terminal: requests and sentences as talk, records as results.</summary>
internal static class PreviewText
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Shown = new(Compact) { WriteIndented = true };

    /// <returns>The exit code: a system that answers nothing but errors fails.</returns>
    public static async Task<int> WriteAsync(ConfiguredConnection connection, ConnectionContext context, PreviewWish wish, Terminal terminal, CancellationToken cancellationToken)
    {
        var (shown, failed) = (0, 0);
        var traced = context with { Trace = line => terminal.SayText("> " + line) };
        await foreach (var step in new ConnectionPreview(connection, traced).RunAsync(wish, cancellationToken))
        {
            shown++;
            failed += step is PreviewStep.Failed or PreviewStep.Question { Failure: not null } ? 1 : 0;
            Write(step, terminal);
        }

        if (shown == 0)
        {
            var contracts = connection.Connector.Manifest.Contracts;
            terminal.Say(contracts.HasFlag(Contract.Receiver) ? "connections.preview.called" : contracts.HasFlag(Contract.SignIn) ? "connections.preview.sign-in" : "connections.preview.no-outgoing", connection.Name, connection.Mapping?.Name ?? connection.Document.Mapping ?? connection.Name);
        }

        return failed > 0 ? ExitCode.Failed : ExitCode.Ok;
    }

    private static void Write(PreviewStep step, Terminal terminal)
    {
        switch (step)
        {
            case PreviewStep.Page page:
                terminal.Say("connections.try.page", page.Number, page.Records, page.Rejected, page.Checkpoint);
                foreach (var record in page.Shown)
                {
                    terminal.Result($"--- {record.Key}");
                    Write(record, terminal);
                }

                break;
            case PreviewStep.End:
                terminal.Say("connections.try.end");
                break;
            case PreviewStep.Question question:
                terminal.Result($"--- {question.Sample}");
                Write(question, terminal);
                break;
            case PreviewStep.Write write:
                terminal.Result($"--- {write.Sample}");
                terminal.Say(write.Body.Count == 0 ? "connections.try.nothing-written" : "connections.try.would-write");
                terminal.Result(write.Body.ToJsonString(Shown));
                foreach (var issue in write.Issues)
                {
                    terminal.Result($"{issue.Attribute}: {issue.Code}");
                }

                break;
            case PreviewStep.Failed(var failure):
                Write(failure, terminal);
                break;
            default:
                throw new NotSupportedException("a step of a preview nobody shows");
        }
    }

    private static void Write(PreviewStep.Question question, Terminal terminal)
    {
        if (question.Asked.Count == 0)
        {
            terminal.Say("connections.try.nothing-asked");
            return;
        }

        terminal.Say("connections.try.asked");
        terminal.Result(question.Asked.ToJsonString(Compact));
        if (question.Failure is { } failure)
        {
            Write(failure, terminal);
        }
        else if (question.Answer is { } answer)
        {
            terminal.Say("connections.try.answered");
            Write(answer, terminal);
        }
        else
        {
            terminal.Say("connections.try.knows-nothing");
        }
    }

    private static void Write(PreviewRecord record, Terminal terminal)
    {
        terminal.Result(record.Raw is { } raw ? raw.ToJsonString(Compact) : "(deleted)");
        terminal.Result(record.Mapped.ToJsonString(Shown));
    }

    private static void Write(Failure failure, Terminal terminal) => terminal.SayText($"{failure.Kind} {failure.Code}: {FailureWords.Of(terminal.Words, failure)}");
}
