import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { type ECharts, init, use as register } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { memo, useEffect, useRef } from 'react'
import type { Bar, BarChartProps } from './bar-chart'

register([BarChart, GridComponent, TooltipComponent, CanvasRenderer])

/** Bars on a canvas. Colours come from the page, so that the chart follows its theme; it is drawn anew only for new figures. */
export const BarChartCanvas = memo(function BarChartCanvas(props: BarChartProps) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const host = element.current
    if (!host) return
    const chart = init(host)
    const draw = () => drawBars(chart, host, props)
    draw()
    const resized = new ResizeObserver(() => chart.resize())
    resized.observe(host)
    const themed = new MutationObserver(draw)
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const system = window.matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', draw)
    return () => {
      resized.disconnect()
      themed.disconnect()
      system.removeEventListener('change', draw)
      chart.dispose()
    }
  }, [props])
  return <div ref={element} className="chart-canvas" role="img" aria-label={props.label} />
})

function drawBars(chart: ECharts, host: HTMLElement, { bars, valueName, format, axisLabel }: BarChartProps) {
  const colour = (name: string) => {
    host.style.color = `var(${name})`
    return getComputedStyle(host).color
  }
  const [accent, hover, soft, line, ink, raised] = [
    '--accent',
    '--accent-hover',
    '--ink-soft',
    '--line',
    '--ink',
    '--surface-raised',
  ].map(colour)
  const fontFamily = getComputedStyle(host).fontFamily
  chart.setOption({
    animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    animationDuration: 350,
    textStyle: { fontFamily },
    grid: { left: 4, right: 4, top: 12, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      axisPointer: { type: 'shadow', shadowStyle: { opacity: 0.08, color: accent } },
      backgroundColor: raised,
      borderColor: line,
      textStyle: { color: ink, fontFamily, fontSize: 13 },
      formatter: (points: { dataIndex: number }[]) => tooltipText(bars[points[0]?.dataIndex ?? 0], valueName, format),
    },
    xAxis: {
      type: 'category',
      data: bars.map((bar) => axisLabel(bar.name)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
      axisLabel: { color: soft, fontSize: 12, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { color: soft, fontSize: 12, formatter: format },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: 'bar',
        data: bars.map((bar) => bar.value),
        barMaxWidth: 34,
        itemStyle: { color: accent, borderRadius: [4, 4, 0, 0] },
        emphasis: { itemStyle: { color: hover } },
      },
    ],
  })
}

const tooltipText = (bar: Bar | undefined, valueName: string, format: (value: number) => string) =>
  bar ? `${bar.name}\n${format(bar.value)} ${valueName}${bar.note ? `\n${bar.note}` : ''}` : ''
