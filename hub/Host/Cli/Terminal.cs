using IntegrationHub.Host.Texts;
using Spectre.Console;

namespace IntegrationHub.Host.Cli;

/// <summary>Where a command speaks: results to the output, talk and progress to the error stream, so that a redirected output holds results alone.</summary>
public sealed class Terminal(TextWriter output, TextWriter error, Words words, bool interactive)
{
    public Words Words => words;

    public TextWriter Output => output;

    /// <summary>A result line, as it is.</summary>
    public void Result(string line) => output.WriteLine(line);

    /// <summary>A sentence to the user, in the user's language.</summary>
    public void Say(string key, params object?[] values) => error.WriteLine(words[key, values]);

    /// <summary>A sentence that is already made.</summary>
    public void SayText(string text) => error.WriteLine(text);

    /// <summary>Shows how far a long work is: a bar on a terminal, one line when redirected.</summary>
    public async Task<T> FollowAsync<T>(string title, Func<IProgress<double>, Task<T>> work)
    {
        if (!interactive)
        {
            error.WriteLine(title);
            return await work(new Progress<double>());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(title), maxValue: 1);
                return await work(new DirectProgress(share => task.Value = share));
            });
    }
}
